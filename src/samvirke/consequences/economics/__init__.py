"""What an alternative costs society: present values, and what follows from them."""
